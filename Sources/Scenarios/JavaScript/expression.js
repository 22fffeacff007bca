'use strict';

/**
 * The names that an expression takes from its scope. The engine itself checks the syntax; this only has to be right for
 * valid expressions, and does without a parser because every run would have to load it for all scenario files.
 */
const ExpressionText = (() => {
    const tokenPattern = new RegExp([
        '(?<space>\\s+)',
        '(?<string>"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\'|`(?:[^`\\\\]|\\\\.)*`)',
        '(?<number>(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)',
        '(?<name>[A-Za-z_$][\\w$]*)',
        '(?<mark>\\.\\.\\.|=>|===|!==|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.|[^\\s])',
    ].join('|'), 'gy');

    const tokens = (source) => [...source.matchAll(tokenPattern)]
        .filter((match) => match.groups.space === undefined)
        .map((match) => ({ text: match[0], isName: match.groups.name !== undefined }));

    const language = new Set([
        'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'typeof', 'instanceof', 'in', 'of', 'new', 'void',
        'Math', 'Number', 'String', 'Boolean', 'Array', 'Object', 'Set', 'Map', 'JSON', 'isNaN', 'isFinite',
    ]);

    /** Names before an arrow: `x =>`, or all those in the parentheses before it. */
    const parameters = (list) => {
        const names = new Set();
        list.forEach((token, index) => {
            if (token.text !== '=>' || index === 0) return;
            if (list[index - 1].isName) names.add(list[index - 1].text);
            if (list[index - 1].text !== ')') return;
            let depth = 0;
            for (let i = index - 1; i >= 0; i -= 1) {
                if (list[i].text === ')') depth += 1;
                if (list[i].text === '(') depth -= 1;
                if (list[i].isName) names.add(list[i].text);
                if (depth === 0) break;
            }
        });
        return names;
    };

    const freeNames = (source) => {
        const list = tokens(source);
        const bound = parameters(list);
        const text = (index) => (list[index] ? list[index].text : '');
        const isFree = (token, i) => token.isName && !language.has(token.text) && !bound.has(token.text)
            && text(i - 1) !== '.' && text(i - 1) !== '?.'
            && !(text(i + 1) === ':' && (text(i - 1) === '{' || text(i - 1) === ','));
        return helpers.unique(list.filter(isFree).map((token) => token.text));
    };

    return Object.freeze({ freeNames });
})();
