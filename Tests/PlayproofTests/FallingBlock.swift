/// A page with a playfield in which a square falls, slowly: the least that there is to record, replay and shrink.
enum FallingBlock {
    /// - Parameters:
    ///   - column: where it starts.
    ///   - left: a JavaScript expression of the column `x` that the left arrow leads to.
    ///   - right: the same for the right arrow.
    static func page(from column: Int = 4, left: String = "x - 1", right: String = "x + 1") -> String {
        """
        <!DOCTYPE html><title>Tetris</title><canvas id="c" width="200" height="400"></canvas><script>
        const context = c.getContext('2d');
        let x = \(column), y = 0;
        function draw() {
          context.fillStyle = '#111';
          context.fillRect(0, 0, 200, 400);
          context.fillStyle = 'red';
          for (let i = 0; i < 4; i++) context.fillRect((x + i % 2) * 20, (y + (i >> 1)) * 20, 20, 20);
        }
        draw();
        setInterval(() => { if (y < 18) y++; draw() }, 200);
        addEventListener('keydown', event => { x = event.key === 'ArrowLeft' ? \(left) : event.key === 'ArrowRight' ? \(right) : x; draw() });
        </script>
        """
    }
}
