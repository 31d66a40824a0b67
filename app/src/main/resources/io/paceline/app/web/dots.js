// Read by uPlot when it loads. One dot for each CSS pixel is too coarse for paper, so canvases have at least two.
Object.defineProperty(window, 'devicePixelRatio', {value: Math.max(2, window.devicePixelRatio), configurable: true});
