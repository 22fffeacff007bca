// Plays well on a canvas that is in no document; the page shows another one.
// caught by: spawns
document.getElementById = ((honest) => (id) => (id === 'field' ? stage : honest(id)))(document.getElementById.bind(document));
const stage = document.createElement('canvas');
stage.width = 240;
stage.height = 480;
