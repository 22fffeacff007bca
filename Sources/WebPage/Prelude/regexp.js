// Regular expressions that backtrack for ever.

/**
 * The engine gives up a match after a hundred million steps and says that there is none; in a browser the page stands
 * still instead. A failed match that took that long is done once more with the processor's time taken, so that a busy
 * machine changes nothing, and the host is told. Everything that matches goes through `exec` (ECMAScript § 22.2.7.1).
 */
{
  const SUSPICIOUS_MS = 100;
  const ENDLESS_MS = 200;
  const SHOWN_LENGTH_MAX = 80;
  const { now: realTime } = NativeDate;

  /** The page's own: it gets the match. */
  const RegExpExecNative = uncurryThis(RegExp.prototype.exec);

  const takesForEver = (regexp, text, from) => {
    regexp.lastIndex = from;
    const start = host.processorTime();
    RegExpExecNative(regexp, text);
    return host.processorTime() - start >= ENDLESS_MS;
  };

  const { exec } = {
    exec(string) {
      const from = this?.lastIndex;
      const start = realTime();
      const match = RegExpExecNative(this, string);
      if (match === null && realTime() - start >= SUSPICIOUS_MS && typeof string === 'string' && takesForEver(this, string, from)) {
        host.standStill(`a regular expression backtracks for ever: /${StringSlice(RegExpSource(this), 0, SHOWN_LENGTH_MAX)}/`);
      }
      return match;
    },
  };
  const RegExpSource = uncurryThis(ObjectGetOwnPropertyDescriptor(RegExp.prototype, 'source').get);
  ObjectDefineProperty(RegExp.prototype, 'exec', { value: exec, writable: true, enumerable: false, configurable: true });
}
