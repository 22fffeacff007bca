// Plays well where nobody can see it: the canvas is transparent.
// caught by: drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { opacity: 0 }</style>');
