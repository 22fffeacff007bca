// User activation (HTML § 6.4): input.js sets it with the first trusted key press, click or touch.

const UserActivation = { hasBeenActive: false, time: -Infinity };
/** A trusted activating event took place. */
const noteUserActivation = () => {
  UserActivation.hasBeenActive = true;
  UserActivation.time = EventLoop.now();
};
