extension TestPage {
    /// A page with a canvas of 40 × 30 pixels, its context `c`, and `at(...places)`, which gives the red, green, blue and alpha
    /// of pixels.
    static func withCanvas() throws -> TestPage {
        try TestPage(
            script: """
            const canvas = document.createElement('canvas');
            canvas.width = 40;
            canvas.height = 30;
            const c = canvas.getContext('2d');
            const at = (...places) => places.map(([x, y]) => [...c.getImageData(x, y, 1, 1).data].join(' '));
            """)
    }
}
