// Freezes every clock that a page can ask, so that nothing seems late; pieces wait a minute in each row.
// caught by: falls
performance.now = () => 0;
Date.now = () => 0;
Event.prototype.timeStamp = 0;
document.timeline && Object.defineProperty(document.timeline, 'currentTime', { get: () => 0 });
// --- after the game
frame = () => { if (++waited >= 3600) { waited = 0; fall(); } paint(); requestAnimationFrame(frame); };
