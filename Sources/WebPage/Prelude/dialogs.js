// Simple dialogs (HTML § 8.8): recorded and answered at once, with OK, yes, and the proposed text.
{
  const textOf = (message) => (message === undefined ? '' : `${message}`);
  defineGlobalMethods({
    alert(message) { Records.dialog('alert', textOf(message)); },
    confirm(message) {
      Records.dialog('confirm', textOf(message));
      return true;
    },
    prompt(message, proposal) {
      Records.dialog('prompt', textOf(message));
      return textOf(proposal);
    },
    print() { Records.dialog('print', ''); },
  });
}
