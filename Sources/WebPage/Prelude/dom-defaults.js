// Defaults on the prototypes for the internal properties that most objects never get: the engine caches a property that
// it finds, but looks for a missing symbol-keyed one anew each time, which would triple the cost of a small change.

{
  const provideDefaults = (prototype, symbols) => {
    for (let i = 0; i < symbols.length; i++) {
      ObjectDefineProperty(prototype, symbols[i], { value: undefined, writable: true, configurable: true });
    }
  };
  provideDefaults(EventTarget.prototype, [kListeners, kHandlers]);
  provideDefaults(Node.prototype, [
    kTag, kNamespace, kAttributes, kData, kShadow, kHostOfShadow, kChildrenChanged, kActivation, kPreActivation,
    kCloneExtras, kRegistrations, kCollections,
  ]);
  provideDefaults(Element.prototype, [
    kAttributeChanged, kAttributeNodes, kStateOfCustomElement, kContent, kScriptState, kSlotNodes, kNoteValue, kCommitChange,
    kIsModal, kPopoverOpen, kToggleTask, kIsName, kFailed, kReset, kSourceLine, kSourceColumn, kClicking,
  ]);
}
