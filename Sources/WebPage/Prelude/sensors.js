// Interfaces of devices that aren't there: no gamepad is connected, nothing tilts the screen.

const DeviceOrientationEvent = defineEvent('DeviceOrientationEvent', { alpha: null, beta: null, gamma: null, absolute: false });
const DeviceMotionEvent = defineEvent('DeviceMotionEvent', { acceleration: null, accelerationIncludingGravity: null, rotationRate: null, interval: 0 });
defineEventHandlers(globalThis, ['deviceorientation', 'devicemotion', 'deviceorientationabsolute', 'gamepadconnected', 'gamepaddisconnected'],
  () => globalThis);
exposeLazily('Gamepad', () => class Gamepad { constructor(token) { refuseConstruction(token); } });
exposeLazily('GamepadButton', () => class GamepadButton { constructor(token) { refuseConstruction(token); } });
exposeLazily('MediaStream', () => class MediaStream extends EventTarget {
  getTracks() { return []; }
  getAudioTracks() { return []; }
  getVideoTracks() { return []; }
});
