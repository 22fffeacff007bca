// Plays well where nobody can see it: the canvas is beside the page.
// caught by: spawns drawn
document.head.insertAdjacentHTML('beforeend', '<style>canvas { position: absolute; left: -4000px }</style>');
