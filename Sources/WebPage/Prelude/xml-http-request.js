// XMLHttpRequest over local resources (XMLHttpRequest Standard).
defineLazyGlobals(['XMLHttpRequest', 'XMLHttpRequestEventTarget', 'XMLHttpRequestUpload'], () => {
  const states = { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 };
  const eventNames = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];

  class XMLHttpRequestEventTarget extends EventTarget {}
  defineEventHandlers(XMLHttpRequestEventTarget.prototype, eventNames);
  exposeInterface('XMLHttpRequestEventTarget', XMLHttpRequestEventTarget);
  class XMLHttpRequestUpload extends XMLHttpRequestEventTarget {}
  exposeInterface('XMLHttpRequestUpload', XMLHttpRequestUpload);

  const fireProgress = (target, type, loaded) => {
    dispatchTrusted(target, new (ProgressEvent())(type, { lengthComputable: loaded > 0, loaded, total: loaded }));
  };

  class XMLHttpRequest extends XMLHttpRequestEventTarget {
    #state = states.UNSENT;
    #url = '';
    #async = true;
    #sent = false;
    #resource = null;
    #mimeType = null;
    #upload = new XMLHttpRequestUpload();
    timeout = 0;
    withCredentials = false;
    responseType = '';
    get readyState() { return this.#state; }
    get upload() { return this.#upload; }
    get status() { return this.#resource === null ? 0 : 200; }
    get statusText() { return this.#resource === null ? '' : 'OK'; }
    get responseURL() { return this.#resource?.url ?? ''; }
    get responseXML() { return null; }
    get responseText() {
      if (this.responseType !== '' && this.responseType !== 'text') {
        throwDOMException('InvalidStateError', `Failed to read the 'responseText' property from 'XMLHttpRequest': The value is only accessible if the object's 'responseType' is '' or 'text' (was '${this.responseType}').`);
      }
      return this.#resource === null || this.#state < states.LOADING ? '' : decodeUTF8(this.#resource.bytes);
    }
    get response() {
      if (this.responseType === '' || this.responseType === 'text') return this.responseText;
      if (this.#state !== states.DONE || this.#resource === null) return null;
      const { bytes } = this.#resource;
      if (this.responseType === 'arraybuffer') return bufferOfBytes(bytes);
      if (this.responseType === 'blob') return new (Files().Blob)([bytes], { type: this.#mimeType ?? this.#resource.type });
      if (this.responseType !== 'json') return null;
      try {
        return JSONParse(decodeUTF8(bytes));
      } catch {
        return null;
      }
    }
    open(method, url, async = true) {
      requireArguments('open', 'XMLHttpRequest', arguments.length, 2);
      const resolved = Resources.resolve(url);
      if (resolved === null) throwDOMException('SyntaxError', "Failed to execute 'open' on 'XMLHttpRequest': Invalid URL");
      this.#url = resolved;
      this.#async = Boolean(async);
      this.#sent = false;
      this.#resource = null;
      this.#setState(states.OPENED);
    }
    send() {
      if (this.#state !== states.OPENED || this.#sent) {
        throwDOMException('InvalidStateError', "Failed to execute 'send' on 'XMLHttpRequest': The object's state must be OPENED.");
      }
      this.#sent = true;
      if (this.#async) {
        fireProgress(this, 'loadstart', 0);
        EventLoop.queueTask(() => { if (this.#sent) this.#receive(); });
        return;
      }
      this.#resource = Resources.read(this.#url);
      this.#sent = false;
      if (this.#resource === null) throwDOMException('NetworkError', `Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${this.#url}'.`);
      this.#setState(states.DONE);
    }
    abort() {
      const wasSent = this.#sent;
      this.#sent = false;
      this.#resource = null;
      if (wasSent) {
        this.#setState(states.DONE);
        fireProgress(this, 'abort', 0);
        fireProgress(this, 'loadend', 0);
      }
      this.#state = states.UNSENT;
    }
    setRequestHeader() {
      if (this.#state !== states.OPENED) throwDOMException('InvalidStateError', "Failed to execute 'setRequestHeader' on 'XMLHttpRequest': The object's state must be OPENED.");
    }
    overrideMimeType(type) { this.#mimeType = `${type}`; }
    getResponseHeader(name) {
      return StringToLowerCase(`${name}`) === 'content-type' && this.#resource?.type ? this.#resource.type : null;
    }
    getAllResponseHeaders() { return this.#resource?.type ? `content-type: ${this.#resource.type}\r\n` : ''; }
    #setState(state) {
      this.#state = state;
      fireEvent(this, 'readystatechange');
    }
    #receive() {
      this.#resource = Resources.read(this.#url);
      this.#sent = false;
      if (this.#resource === null) {
        this.#setState(states.DONE);
        fireProgress(this, 'error', 0);
        fireProgress(this, 'loadend', 0);
        return;
      }
      const size = this.#resource.bytes.length;
      this.#setState(states.HEADERS_RECEIVED);
      this.#setState(states.LOADING);
      fireProgress(this, 'progress', size);
      this.#setState(states.DONE);
      fireProgress(this, 'load', size);
      fireProgress(this, 'loadend', size);
    }
  }
  defineMembers(XMLHttpRequest, states);
  defineMembers(XMLHttpRequest.prototype, states);
  defineEventHandlers(XMLHttpRequest.prototype, ['readystatechange']);
  exposeInterface('XMLHttpRequest', XMLHttpRequest);
});
