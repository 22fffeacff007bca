// document.cookie (RFC 6265 as far as a page on its own can see it), kept for the life of the page.
{
  const COOKIES_MAX = 180;
  const COOKIE_UNITS_MAX = 4096;
  const cookies = new SafeMap();
  const NativeDateParse = NativeDate.parse;

  /** Whether the attributes say that the cookie is over: that is how pages delete one. */
  const isExpired = (attributes) => {
    for (let i = 1; i < attributes.length; i++) {
      const equals = StringIndexOf(attributes[i], '=');
      const name = StringToLowerCase(StringTrim(equals < 0 ? attributes[i] : StringSlice(attributes[i], 0, equals)));
      const value = StringTrim(StringSlice(attributes[i], equals + 1));
      if (name === 'max-age') return +value <= 0;
      if (name === 'expires' && NativeDateParse(value) <= settings.startTime + EventLoop.now()) return true;
    }
    return false;
  };

  const setCookie = (text) => {
    const attributes = StringSplit(text, ';');
    const equals = StringIndexOf(attributes[0], '=');
    const name = equals < 0 ? '' : StringTrim(StringSlice(attributes[0], 0, equals));
    const value = StringTrim(StringSlice(attributes[0], equals + 1));
    if (name.length + value.length === 0 || name.length + value.length > COOKIE_UNITS_MAX) return;
    if (isExpired(attributes)) cookies.delete(name);
    else if (cookies.has(name) || cookies.size < COOKIES_MAX) cookies.set(name, value);
  };

  defineMembers(Document.prototype, {
    get cookie() {
      let text = '';
      cookies.forEach((value, name) => { text += `${text === '' ? '' : '; '}${name === '' ? '' : `${name}=`}${value}`; });
      return text;
    },
    set cookie(text) { setCookie(`${text}`); },
  });
}
