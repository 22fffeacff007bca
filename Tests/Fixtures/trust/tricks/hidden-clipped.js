// Plays well where nobody can see it: the canvas is clipped to nothing.
// caught by: spawns drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { clip-path: inset(50%) }</style>');
