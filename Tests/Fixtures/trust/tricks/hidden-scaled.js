// Plays well where nobody can see it: the canvas is scaled to nothing.
// caught by: spawns drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { transform: scale(0) }</style>');
