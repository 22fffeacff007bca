// What Chromium has and this page hasn't: a script that stops at one of these names is no proof of a fault in the script.

const MissingNames = (() => {
  const INTERFACES = ' AbstractRange AnimationTrigger AsyncDisposableStack AudioData AudioDecoder AudioEncoder AudioParamMap AudioWorklet '
    + 'AudioWorkletNode BatteryManager BlobEvent ByteLengthQueuingStrategy CDATASection CSSConditionRule CSSKeywordValue CSSLayerBlockRule '
    + 'CSSMathSum CSSMathValue CSSNumericValue CSSPropertyRule CSSRuleList CSSStyleValue CSSTransformValue CSSUnitValue CSSUnparsedValue Cache '
    + 'CacheStorage ClipboardItem CloseWatcher CompressionStream CookieStore CountQueuingStrategy CryptoKey DOMRectList DOMStringList '
    + 'DataTransfer DataTransferItem DataTransferItemList DecompressionStream DisposableStack EditContext ElementInternals EventCounts '
    + 'EyeDropper FileSystemDirectoryHandle FileSystemFileHandle FileSystemHandle FontFaceSetLoadEvent GamepadHapticActuator GravitySensor '
    + 'Gyroscope Accelerometer HTMLAllCollection HTMLAreaElement HTMLFrameElement HTMLFrameSetElement Highlight HighlightRegistry IdleDetector '
    + 'ImageCapture ImageDecoder LanguageModel LayoutShift LinearAccelerationSensor Lock MathMLElement MediaCapabilities '
    + 'MediaList MediaMetadata MediaRecorder MediaSource MediaStreamTrack MimeTypeArray NavigateEvent Navigation Observable OrientationSensor '
    + 'PaymentRequest PerformanceEventTiming PerformanceNavigationTiming PerformanceObserverEntryList PerformanceResourceTiming '
    + 'PerformanceTiming PermissionStatus PictureInPictureWindow PresentationRequest PressureObserver PublicKeyCredential QuotaExceededError '
    + 'ReadableByteStreamController ReadableStream ReadableStreamDefaultController ReadableStreamDefaultReader ReportingObserver Sanitizer '
    + 'Scheduling ScrollTimeline Sensor Serial SourceBuffer SpeechGrammar SpeechGrammarList SpeechRecognition SpeechRecognitionEvent '
    + 'SpeechSynthesisErrorEvent SpeechSynthesisEvent SpeechSynthesisVoice StaticRange StylePropertyMap StyleSheetList SuppressedError '
    + 'TaskController TaskSignal Temporal TextDecoderStream TextEncoderStream TextTrack TextTrackCue TextTrackList TransformStream '
    + 'TrustedHTML TrustedScript URLPattern VTTCue ValidityState VideoDecoder VideoEncoder VideoFrame ViewTimeline '
    + 'WakeLockSentinel WebSocketStream WebTransport Worklet WritableStream WritableStreamDefaultWriter XPathEvaluator XPathResult '
    + 'XSLTProcessor SVGAngle SVGLengthList SVGMatrix SVGNumber SVGPoint SVGPointList SVGTransform SVGTransformList ';
  const FAMILIES = /^(?:GPU|RTC|USB|XR|HID|MIDI|WebGL|IDB|SVGFE|SVGAnimat)[A-Z0-9]\w*$/;
  const MEMBERS = ' caches cookieStore documentPictureInPicture fetchLater getScreenDetails navigation queryLocalFonts '
    + 'showDirectoryPicker showOpenFilePicker showSaveFilePicker trustedTypes webkitSpeechRecognition '
    + 'clearAppBadge credentials getInstalledRelatedApps hid ink mediaCapabilities presentation scheduling serial setAppBadge '
    + 'storageBuckets usb virtualKeyboard xr activeViewTransition caretPositionFromPoint caretRangeFromPoint createCDATASection '
    + 'createExpression createNSResolver evaluate exitPictureInPicture hasStorageAccess queryCommandEnabled queryCommandState '
    + 'queryCommandValue requestStorageAccess attributeStyleMap computedStyleMap editContext attachInternals setHTML textStream '
    + 'getDirectory requestVideoFrameCallback setSinkId addTextTrack captureStream getReader pipeTo pipeThrough ';

  const isInterface = (name) => StringIncludes(INTERFACES, ' ' + name + ' ') || RegExpTest(FAMILIES, name);
  const isMember = (name) => StringIncludes(MEMBERS, ' ' + name + ' ');
  const VARIABLE = /^Can't find variable: (\w+)$/;
  const CALL = /^([\w$.]+)\.(\w+) is not a (?:function|constructor)/;
  const PROPERTY = /^undefined is not an object \(evaluating '([\w$]+)\.(\w+)/;

  /** The name that an error's message says isn't there, if Chromium has it; '' otherwise. */
  const inMessage = (name, message) => {
    if (name === 'ReferenceError') {
      const variable = RegExpExec(VARIABLE, message)?.[1] ?? '';
      return isInterface(variable) || isMember(variable) ? variable : '';
    }
    if (name !== 'TypeError') return '';
    const match = RegExpExec(CALL, message) ?? RegExpExec(PROPERTY, message);
    if (match === null) return '';
    return isMember(match[2]) || (match[1] === 'window' && isInterface(match[2])) ? `${match[1]}.${match[2]}` : '';
  };
  return { inMessage };
})();
