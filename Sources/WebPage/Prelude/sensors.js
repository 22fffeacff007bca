// Interfaces of devices that aren't there: no gamepad is connected, nothing tilts the screen.
{
  defineEvent('DeviceOrientationEvent', Event, { alpha: null, beta: null, gamma: null, absolute: false });
  defineEvent('DeviceMotionEvent', Event, { acceleration: null, accelerationIncludingGravity: null, rotationRate: null, interval: 0 });
  defineEventHandlers(globalThis, ['deviceorientation', 'devicemotion', 'deviceorientationabsolute', 'gamepadconnected', 'gamepaddisconnected'],
    () => globalThis);
  const interfaces = {
    Gamepad: class { constructor(token) { refuseConstruction(token); } },
    GamepadButton: class { constructor(token) { refuseConstruction(token); } },
    MediaStream: class extends EventTarget {
      getTracks() { return []; }
      getAudioTracks() { return []; }
      getVideoTracks() { return []; }
    },
  };
  const names = ObjectKeys(interfaces);
  for (let i = 0; i < names.length; i++) exposeInterface(names[i], interfaces[names[i]]);
}
