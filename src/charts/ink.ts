/** The authority that is looked at. The only hue there is. */
export const ACCENT = '#1d70b8';
/** Its peers. */
export const PEER = '#505a5f';
/** All others, and the edges of bands: still three to one against white. */
export const OTHER = '#8b9296';
/** What a band is filled with; its edges are drawn, so that it is seen without the fill. */
export const BAND = '#e4e7e9';
export const INK = '#0b0c0c';
export const PAPER = '#ffffff';

/** No word in a drawing is smaller. */
export const SMALL = 12;
export const USUAL = 13;

// The words beside the chart say what it shows: Vega's own labels would be read out mark by mark.
export const CONFIG = {
  aria: false,
  font: 'Arial, sans-serif',
  view: { stroke: null },
  axis: {
    grid: false,
    labelColor: INK,
    labelFontSize: USUAL,
    domainColor: OTHER,
    tickColor: OTHER,
    labelPadding: 6,
    labelLimit: 0,
    title: null,
  },
  axisY: { domain: false, ticks: false },
} as const;
