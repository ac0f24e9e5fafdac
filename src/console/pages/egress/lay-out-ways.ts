import { sankey, type SankeyLink, sankeyLinkHorizontal, type SankeyNode } from 'd3-sankey';
import type { WayView } from '../../../console-api/egress-contract.ts';

/** What a way is called at its three stations. */
export type NamedWay = Pick<WayView, 'bytes' | 'passed' | 'refused'> & {
  readonly source: string;
  readonly post: string;
  readonly goal: string;
};

export type Station = { readonly id: string; readonly name: string; readonly column: 0 | 1 | 2 };

export type Band = { readonly from: string; readonly to: string; readonly isRefused: boolean; readonly bytes: number };

type PlacedNode = SankeyNode<Station, Band & { value: number }>;
type PlacedLink = SankeyLink<Station, Band & { value: number }>;

export type Placed = {
  readonly stations: readonly (Station & {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  })[];
  readonly bands: readonly (Band & { readonly path: string; readonly width: number })[];
  readonly height: number;
};

export const pictureWidth = 960;
const stationWidth = 10;
const rowHeight = 34;
// What nothing passed on is drawn all the same, as a line.
const leastShare = 0.01;

/**
 * Places the ways of a picture: sources at the left, posts in the middle, goals at the right. A band is as wide as its bytes;
 * one that was refused is a line, since nothing passed.
 */
export function layOutWays(ways: readonly NamedWay[]): Placed {
  const stations = stationsOf(ways);
  const bands = bandsOf(ways);
  const most = Math.max(1, ...bands.map(({ bytes }) => bytes));
  const rows = Math.max(...[0, 1, 2].map((column) => stations.filter((station) => station.column === column).length));
  const height = Math.max(160, rows * rowHeight);
  const lay = sankey<Station, Band & { value: number }>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(stationWidth)
    .nodePadding(rowHeight / 2)
    .extent([
      [0, 8],
      [pictureWidth, height - 8],
    ]);
  const graph = lay({
    nodes: stations.map((station) => ({ ...station })),
    links: bands.map((band) => ({
      ...band,
      source: band.from,
      target: band.to,
      value: Math.max(band.bytes, most * leastShare),
    })),
  });
  return { stations: graph.nodes.map(placedStation), bands: graph.links.map(placedBand), height };
}

function stationsOf(ways: readonly NamedWay[]): readonly Station[] {
  const stations = new Map<string, Station>();
  for (const { source, post, goal } of ways)
    for (const [column, name] of [source, post, goal].entries()) {
      const station = { id: `${column} ${name}`, name, column: column as Station['column'] };
      stations.set(station.id, station);
    }
  return [...stations.values()];
}

function bandsOf(ways: readonly NamedWay[]): readonly Band[] {
  const bands = new Map<string, Band>();
  for (const { source, post, goal, bytes, passed, refused } of ways)
    for (const [from, to] of [
      [`0 ${source}`, `1 ${post}`],
      [`1 ${post}`, `2 ${goal}`],
    ] as const) {
      if (passed > 0) addBand(bands, { from, to, isRefused: false, bytes });
      if (refused > 0) addBand(bands, { from, to, isRefused: true, bytes: 0 });
    }
  return [...bands.values()];
}

function addBand(bands: Map<string, Band>, band: Band): void {
  const key = `${band.from}\n${band.to}\n${band.isRefused}`;
  bands.set(key, { ...band, bytes: band.bytes + (bands.get(key)?.bytes ?? 0) });
}

function placedStation({ id, name, column, x0 = 0, y0 = 0, x1 = 0, y1 = 0 }: PlacedNode): Placed['stations'][number] {
  return { id, name, column, x: x0, y: y0, width: x1 - x0, height: Math.max(2, y1 - y0) };
}

const pathOf = sankeyLinkHorizontal<Station, Band & { value: number }>();

function placedBand(link: PlacedLink): Placed['bands'][number] {
  const { from, to, isRefused, bytes, width = 1 } = link;
  return { from, to, isRefused, bytes, path: pathOf(link) ?? '', width: isRefused ? 1.5 : Math.max(1.5, width) };
}
