// Plays well where nobody can see it: the canvas is not shown.
// caught by: spawns drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { display: none }</style>');
