// The longhand properties: initial value, whether inherited, what a change touches, and what values are valid.

/**
 * One row a property: name, initial value, flags, grammar.
 * Flags: i inherited; L a change lays boxes out again; M it moves the box alone; P it only changes what is painted;
 * - none of these.
 * Grammars: `len` length or percentage (`len+` not negative, `len~` also a bare number), `color`, `num`, `num+`, `int`,
 * `kw` keywords only, `any` whatever is balanced; keywords follow the colon.
 */
const PROPERTY_ROWS = `
display|inline|L|kw:none,block,inline,inline-block,flex,inline-flex,grid,inline-grid,table,inline-table,table-row,table-cell,table-row-group,table-header-group,table-footer-group,table-caption,table-column,table-column-group,list-item,contents,flow-root,ruby,math,-webkit-box,-webkit-flex,-webkit-inline-box
position|static|L|kw:static,relative,absolute,fixed,sticky,-webkit-sticky
float|none|L|kw:none,left,right,inline-start,inline-end
clear|none|L|kw:none,left,right,both,inline-start,inline-end
top|auto|M|len:auto
right|auto|M|len:auto
bottom|auto|M|len:auto
left|auto|M|len:auto
width|auto|L|len+:auto,min-content,max-content,fit-content,stretch,-webkit-fill-available
height|auto|L|len+:auto,min-content,max-content,fit-content,stretch,-webkit-fill-available
min-width|auto|L|len+:auto,min-content,max-content,fit-content
min-height|auto|L|len+:auto,min-content,max-content,fit-content
max-width|none|L|len+:none,min-content,max-content,fit-content
max-height|none|L|len+:none,min-content,max-content,fit-content
box-sizing|content-box|L|kw:content-box,border-box
aspect-ratio|auto|L|any
margin-top|0px|L|len:auto
margin-right|0px|L|len:auto
margin-bottom|0px|L|len:auto
margin-left|0px|L|len:auto
padding-top|0px|L|len+
padding-right|0px|L|len+
padding-bottom|0px|L|len+
padding-left|0px|L|len+
border-top-width|medium|L|len+:thin,medium,thick
border-right-width|medium|L|len+:thin,medium,thick
border-bottom-width|medium|L|len+:thin,medium,thick
border-left-width|medium|L|len+:thin,medium,thick
border-top-style|none|L|kw:none,hidden,dotted,dashed,solid,double,groove,ridge,inset,outset
border-right-style|none|L|kw:none,hidden,dotted,dashed,solid,double,groove,ridge,inset,outset
border-bottom-style|none|L|kw:none,hidden,dotted,dashed,solid,double,groove,ridge,inset,outset
border-left-style|none|L|kw:none,hidden,dotted,dashed,solid,double,groove,ridge,inset,outset
border-top-color|currentcolor|P|color
border-right-color|currentcolor|P|color
border-bottom-color|currentcolor|P|color
border-left-color|currentcolor|P|color
border-top-left-radius|0px|P|any
border-top-right-radius|0px|P|any
border-bottom-right-radius|0px|P|any
border-bottom-left-radius|0px|P|any
border-image-source|none|P|any
border-image-slice|100%|P|any
border-image-width|1|P|any
border-image-outset|0|P|any
border-image-repeat|stretch|P|any
border-collapse|separate|iL|kw:separate,collapse
border-spacing|0px 0px|iL|any
caption-side|top|iL|kw:top,bottom
empty-cells|show|iP|kw:show,hide
table-layout|auto|L|kw:auto,fixed
overflow-x|visible|L|kw:visible,hidden,scroll,auto,clip,overlay
overflow-y|visible|L|kw:visible,hidden,scroll,auto,clip,overlay
visibility|visible|iP|kw:visible,hidden,collapse
opacity|1|P|num
z-index|auto|P|int:auto
color|rgb(0, 0, 0)|iP|color
background-color|rgba(0, 0, 0, 0)|P|color
background-image|none|P|any
background-position-x|0%|P|any
background-position-y|0%|P|any
background-size|auto|P|any
background-repeat|repeat|P|any
background-attachment|scroll|P|any
background-origin|padding-box|P|any
background-clip|border-box|P|any
background-blend-mode|normal|P|any
box-shadow|none|P|any
outline-color|currentcolor|P|color:invert,auto
outline-style|none|P|kw:auto,none,dotted,dashed,solid,double,groove,ridge,inset,outset
outline-width|medium|P|len+:thin,medium,thick
outline-offset|0px|P|len
filter|none|P|any
backdrop-filter|none|P|any
mix-blend-mode|normal|P|any
isolation|auto|P|kw:auto,isolate
clip|auto|P|any
clip-path|none|P|any
mask-image|none|P|any
mask-size|auto|P|any
mask-position|0% 0%|P|any
mask-repeat|repeat|P|any
transform|none|P|any
transform-origin|50% 50%|P|any
transform-style|flat|P|kw:flat,preserve-3d
transform-box|view-box|P|kw:view-box,fill-box,border-box,content-box,stroke-box
translate|none|P|any
rotate|none|P|any
scale|none|P|any
perspective|none|P|len+:none
perspective-origin|50% 50%|P|any
backface-visibility|visible|P|kw:visible,hidden
will-change|auto|-|any
contain|none|-|any
container-type|normal|-|any
container-name|none|-|any
content-visibility|visible|-|kw:visible,auto,hidden
font-family|"Times New Roman"|iL|any
font-size|16px|iL|len+:xx-small,x-small,small,medium,large,x-large,xx-large,xxx-large,smaller,larger
font-style|normal|iL|any
font-weight|400|iL|num:normal,bold,bolder,lighter
font-variant|normal|iL|any
font-variant-numeric|normal|iL|any
font-stretch|100%|iL|any
font-kerning|auto|iL|any
font-feature-settings|normal|iL|any
font-variation-settings|normal|iL|any
font-optical-sizing|auto|iL|any
font-size-adjust|none|iL|any
line-height|normal|iL|len~:normal
letter-spacing|normal|iL|len:normal
word-spacing|0px|iL|len:normal
text-align|start|iL|kw:start,end,left,right,center,justify,match-parent,-webkit-center,-webkit-left,-webkit-right,-internal-center
text-align-last|auto|iL|kw:auto,start,end,left,right,center,justify
text-indent|0px|iL|len
text-transform|none|iL|kw:none,uppercase,lowercase,capitalize,full-width
text-decoration-line|none|P|any
text-decoration-color|currentcolor|P|color
text-decoration-style|solid|P|kw:solid,double,dotted,dashed,wavy
text-decoration-thickness|auto|P|len:auto,from-font
text-underline-offset|auto|iP|len:auto
text-overflow|clip|P|any
text-shadow|none|iP|any
text-rendering|auto|i-|kw:auto,optimizespeed,optimizelegibility,geometricprecision
text-size-adjust|auto|i-|any
text-wrap|wrap|iL|any
white-space|normal|iL|kw:normal,nowrap,pre,pre-wrap,pre-line,break-spaces
word-break|normal|iL|kw:normal,break-all,keep-all,break-word
overflow-wrap|normal|iL|kw:normal,break-word,anywhere
hyphens|manual|iL|kw:none,manual,auto
tab-size|8|iL|len~
vertical-align|baseline|L|len:baseline,sub,super,text-top,text-bottom,middle,top,bottom
writing-mode|horizontal-tb|iL|any
direction|ltr|iL|kw:ltr,rtl
unicode-bidi|normal|L|any
list-style-type|disc|iL|any
list-style-position|outside|iL|kw:inside,outside
list-style-image|none|iL|any
quotes|auto|iL|any
content|normal|L|any
counter-reset|none|L|any
counter-increment|none|L|any
counter-set|none|L|any
flex-direction|row|L|kw:row,row-reverse,column,column-reverse
flex-wrap|nowrap|L|kw:nowrap,wrap,wrap-reverse
flex-grow|0|L|num+
flex-shrink|1|L|num+
flex-basis|auto|L|len+:auto,content,min-content,max-content,fit-content
order|0|L|int
justify-content|normal|L|any
justify-items|normal|L|any
justify-self|auto|L|any
align-content|normal|L|any
align-items|normal|L|any
align-self|auto|L|any
row-gap|normal|L|len+:normal
column-gap|normal|L|len+:normal
grid-template-columns|none|L|any
grid-template-rows|none|L|any
grid-template-areas|none|L|any
grid-auto-columns|auto|L|any
grid-auto-rows|auto|L|any
grid-auto-flow|row|L|any
grid-row-start|auto|L|any
grid-row-end|auto|L|any
grid-column-start|auto|L|any
grid-column-end|auto|L|any
column-count|auto|L|int:auto
column-width|auto|L|len+:auto
column-rule|none|P|any
object-fit|fill|P|kw:fill,contain,cover,none,scale-down
object-position|50% 50%|P|any
image-rendering|auto|iP|any
cursor|auto|i-|any
pointer-events|auto|i-|any
user-select|auto|i-|any
touch-action|auto|-|any
resize|none|-|any
appearance|none|P|any
accent-color|auto|iP|any
caret-color|auto|i-|any
color-scheme|normal|iP|any
scroll-behavior|auto|-|any
scroll-snap-type|none|-|any
scroll-snap-align|none|-|any
scroll-margin|0px|-|any
scroll-padding|auto|-|any
scrollbar-width|auto|-|any
scrollbar-color|auto|i-|any
scrollbar-gutter|auto|-|any
overscroll-behavior-x|auto|-|any
overscroll-behavior-y|auto|-|any
overflow-anchor|auto|-|any
tap-highlight-color|rgba(0, 0, 0, 0.18)|i-|any
font-smoothing|auto|i-|any
box-decoration-break|slice|P|any
line-clamp|none|L|any
box-orient|horizontal|L|any
user-drag|auto|-|any
touch-callout|default|-|any
text-stroke-width|0px|iP|any
text-stroke-color|currentcolor|iP|color
text-fill-color|currentcolor|iP|color
orphans|2|i-|any
widows|2|i-|any
break-inside|auto|L|any
break-before|auto|L|any
break-after|auto|L|any
transition-property|all|-|any
transition-duration|0s|-|any
transition-timing-function|ease|-|any
transition-delay|0s|-|any
transition-behavior|normal|-|any
animation-name|none|-|any
animation-duration|0s|-|any
animation-timing-function|ease|-|any
animation-delay|0s|-|any
animation-iteration-count|1|-|any
animation-direction|normal|-|any
animation-fill-mode|none|-|any
animation-play-state|running|-|any
animation-composition|replace|-|any
fill|rgb(0, 0, 0)|iP|any
fill-opacity|1|iP|num
fill-rule|nonzero|iP|kw:nonzero,evenodd
stroke|none|iP|any
stroke-width|1px|iP|len~
stroke-opacity|1|iP|num
stroke-dasharray|none|iP|any
stroke-dashoffset|0px|iP|len~
stroke-linecap|butt|iP|kw:butt,round,square
stroke-linejoin|miter|iP|any
stroke-miterlimit|4|iP|num
vector-effect|none|P|any
paint-order|normal|iP|any
shape-rendering|auto|iP|any
stop-color|rgb(0, 0, 0)|P|color
stop-opacity|1|P|num
text-anchor|start|iP|kw:start,middle,end
dominant-baseline|auto|iP|any
alignment-baseline|auto|P|any
x|auto|P|len~:auto
y|auto|P|len~:auto
cx|0px|P|len~
cy|0px|P|len~
r|0px|P|len~
rx|auto|P|len~:auto
ry|auto|P|len~:auto
d|none|P|any
zoom|1|L|any`;

/** The table of longhands; everything else speaks of a property by its index here. */
const Properties = (() => {
  const names = [];
  const initial = [];
  const inherited = [];
  const effects = [];
  const grammars = [];
  const indexes = new SafeMap();
  const lines = StringSplit(PROPERTY_ROWS, '\n');
  for (let i = 1; i < lines.length; i++) {
    const cells = StringSplit(lines[i], '|');
    indexes.set(cells[0], i - 1);
    names[i - 1] = cells[0];
    initial[i - 1] = cells[1];
    inherited[i - 1] = cells[2][0] === 'i';
    effects[i - 1] = cells[2][cells[2].length - 1];
    grammars[i - 1] = cells[3];
  }

  /** Prefixed and old names → the property that they set. */
  const ALIASES = {
    __proto__: null, 'word-wrap': 'overflow-wrap', 'grid-gap': 'gap', 'grid-row-gap': 'row-gap', 'grid-column-gap': 'column-gap',
    'inset-inline-start': 'left', 'inset-inline-end': 'right', 'inset-block-start': 'top', 'inset-block-end': 'bottom',
    'margin-inline-start': 'margin-left', 'margin-inline-end': 'margin-right', 'margin-block-start': 'margin-top',
    'margin-block-end': 'margin-bottom', 'padding-inline-start': 'padding-left', 'padding-inline-end': 'padding-right',
    'padding-block-start': 'padding-top', 'padding-block-end': 'padding-bottom', 'inline-size': 'width', 'block-size': 'height',
    'min-inline-size': 'min-width', 'min-block-size': 'min-height', 'max-inline-size': 'max-width', 'max-block-size': 'max-height',
    '-moz-osx-font-smoothing': 'font-smoothing', '-ms-user-select': 'user-select', '-moz-user-select': 'user-select',
    '-ms-touch-action': 'touch-action', '-ms-overflow-style': 'scrollbar-width', '-moz-appearance': 'appearance',
    'font-variant-ligatures': 'font-kerning', 'color-adjust': 'color-scheme', 'print-color-adjust': 'color-scheme',
    'page-break-inside': 'break-inside', 'page-break-before': 'break-before', 'page-break-after': 'break-after',
  };
  /** The standard name of a property in lower case. */
  const canonicalName = (name) => {
    const alias = ALIASES[name];
    if (alias !== undefined) return alias;
    return StringStartsWith(name, '-webkit-') ? StringSlice(name, 8) : name;
  };

  const count = names.length;
  const index = (name) => indexes.get(name) ?? -1;
  return { names, initial, inherited, effects, grammars, indexes, count, index, canonicalName };
})();

/** Index by camel-case name, for code that reads computed values: `P.backgroundColor`. */
const P = (() => {
  const table = ObjectCreate(null);
  for (let i = 0; i < Properties.count; i++) table[camelCase(Properties.names[i])] = i;
  return ObjectFreeze(table);
})();

function camelCase(name) {
  let out = '';
  let start = 0;
  for (;;) {
    const dash = StringIndexOf(name, '-', start);
    if (dash < 0) return out + StringSlice(name, start);
    out += StringSlice(name, start, dash) + StringToUpperCase(StringCharAt(name, dash + 1));
    start = dash + 2;
  }
}
