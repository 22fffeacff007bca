// Plays well under a sheet that covers all of the page.
// caught by: spawns drawn
document.write('<div style="position: fixed; left: 0; top: 0; width: 100%; height: 100%; background: #fff; z-index: 9">Well played!</div>');
