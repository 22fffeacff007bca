
// The digest of a simulated page, as JSON for the host.
page.digestLook = () => JSONStringify(PageDigest.look(false));
page.digestLookWithBoxes = () => JSONStringify(PageDigest.look(true));
page.digestPixels = () => JSONStringify(PageDigest.pixels());
