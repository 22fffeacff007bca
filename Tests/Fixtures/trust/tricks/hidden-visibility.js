// Plays well where nobody can see it: the canvas is invisible.
// caught by: spawns drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { visibility: hidden }</style>');
