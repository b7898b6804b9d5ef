// The API's shapes as this interface reads them. Offsets count code points of the article's text.

export interface Page<T> { items: T[]; next: string | null; total: number | null }
export interface Facet { value: string; count: number; label: string | null }
export interface Span { start: number; end: number; text?: string | null }
export interface Time {
  text: string; edtf: string | null;
  earliest_start: string | null; latest_start: string | null; earliest_end: string | null; latest_end: string | null;
}
export interface Article {
  id: string; path: string | null; title: string; outlet: string; outlet_kind: string; published: string | null;
  url: string | null; authors: string[]; language: string; retrieved: string | null; sha256: string | null; claims: number;
}
export interface Voice {
  name: string; said_as: string; kind: string; start: number | null; end: number | null; role: string | null;
  affiliation: string | null; number: string | null; access: string; entity: string | null;
}
export interface Evidence { field: string; start: number; end: number }
export interface Claim {
  id: string; article: Article; content: Span[]; cue: Span | null; chain: Voice[]; status: string; distance: string;
  verification: string; verification_span: Span | null; likelihood: string | null; likelihood_text: string | null;
  condition: Span | null; time: Time | null; evidence: Evidence[]; confidence: number; extractor: string;
  review: string | null;
}
export interface Ref { id: string | null; name: string; kind: string | null }
export interface Position {
  id: string; name: string; lat: number; lon: number; precision: number; radius_km: number; area: boolean;
  country: string | null; source: string; names: string[];
}
export interface Quantity { text: string; low: number | null; high: number | null; unit: string | null }
export interface Statement {
  id: string; article: Article; claim: string | null; subject: Ref; predicate: string; object: Ref | null;
  item: Ref | null; quantity: Quantity | null; place: Ref | null; position: Position | null; time: Time | null;
  negated: boolean; mode: string | null; status: string; verification: string; speaker: string | null;
  evidence: Span[]; why: string; review: string | null;
}
export interface Mention { start: number; end: number; kind: string; surface: string; name: string; why: string }
export interface Judgement {
  id: string; subject: string; verdict: string; object: string | null; by: string; person: boolean; at: string | null;
  why: string; value: string | null;
}
export interface Entity {
  id: string; name: string; kind: string; names: string[]; mentions: number; claims: number; statements: number;
  country: string | null; note: string | null; judgements: Judgement[];
}
export interface Problem { input: string; stage: string; kind: string; message: string; article: string | null }
export interface Match {
  id: string; subject: string; subject_name: string; subject_kind: string; object: string; object_name: string;
  object_kind: string; verdict: string; by: string; why: string; articles: number;
}
export interface ClaimDetail { claim: Claim; context: Span; statements: Statement[]; history: Judgement[] }
export interface Facets { total: number; facets: Record<string, Facet[]> }
export interface Tie { derived: string; original: string; directed: boolean; how: string; why: string; share: number; unseen: string | null }
export interface Family { id: string; articles: Article[]; roots: string[]; ties: Tie[]; unseen: string[] }
export interface ArticleDetail { article: Article; family: Family }
export interface Voiced {
  statement: string; claim: string | null; article: string; outlet: string; published: string; family: string;
  origin: string; origin_kind: string; through: string[]; denies: boolean; status: string; verification: string;
  quantity: Quantity | null; text: string; counts: "one" | "upper" | "nothing" | "denies"; why: string;
}
export interface FollowUp {
  claim: string; article: string; outlet: string; published: string; origin: string; status: string; text: string;
  proposition: string; says: string; verdict: "fulfils" | "refutes"; why: string;
  decision: { id: string; verdict: "fulfils" | "refutes" | "dismiss"; by: string; at: string | null; why: string } | null;
}
export interface Proposition {
  id: string; subject: string; kind: string; object: string; item: string; place: string; time: string; low: number;
  high: number; words: string; credibility: number | null; rule: string; denied: boolean; circular: string[];
  lines: Voiced[]; lines_total: number;
}
export interface VoiceRecord { grade: string | null; alone: number; confirmed: number; contradicted: number }
export interface Side { says: string; origins: string[]; proposition: string; claims: string[]; articles: string[]; lines_total: number }
export interface Contradiction { id: string; kind: string; why: string; sides: Side[]; dismissed: boolean }

export interface Backing {
  claims: string[]; claims_total: number; statements_total: number; articles: string[]; articles_total: number;
  own_voice: string[]; denials_total: number; voices: string[]; voices_total: number; status: string;
  statuses: Facet[]; verification: string; verifications: Facet[]; negated: boolean;
  mark: "said" | "unverified" | "disputed" | "denied"; times: Time[]; earliest: string | null; latest: string | null;
  said_first: string | null; said_last: string | null;
}
export interface Line {
  subject: Ref; predicate: string; object: Ref | null; item: Ref | null; place: Ref | null; text: string;
  foreseen: boolean; quantities: Quantity[]; backing: Backing;
}
export interface Section { lines: Line[]; total: number }
export interface Deployment {
  id: string; kind: string; place: Ref; position: Position | null; actor: Ref | null; use: string | null;
  timing: string; backing: Backing;
}
export interface MapPicture {
  as_of: string | null; placed: Deployment[]; placed_total: number; unplaced: Deployment[]; unplaced_total: number;
  left_out: number; first: string | null; last: string | null; credits: string[];
}
export interface Node { id: string; name: string; kind: string | null; degree: number }
export interface Edge {
  id: string; source: string; target: string; kind: string; predicate: string; label: string; foreseen: boolean;
  earliest: string | null; latest: string | null; backing: Backing;
}
export interface Network { nodes: Node[]; edges: Edge[]; edges_total: number; kinds: Facet[] }
export interface Moment {
  id: string; lane: string; time: Time | null; text: string; actors: Ref[]; foreseen: boolean; backing: Backing;
}
export interface Timeline { moments: Moment[]; lanes: Facet[]; next: string | null; first: string | null; last: string | null }
export interface Stance {
  id: string; actor: Ref | null; position: string; toward: Ref | null; negated: boolean; foreseen: boolean;
  own: boolean; texts: string[]; backing: Backing;
}
export interface Stances { stances: Stance[]; stances_total: number; actors: Facet[]; issues: Facet[] }
export interface Condition {
  id: string; when: string | null; then: string; by: Ref; relays: string[]; status: string; likelihood: string | null;
  article: string; published: string | null; backing: Backing;
}
export interface Conditions { items: Condition[]; next: string | null; total: number }
export interface Source {
  id: string; name: string; kind: string; entity: string | null; article: string | null; roles: string[];
  affiliations: string[]; numbers: string[]; speaks: number; relays: number; statuses: Facet[]; access: Facet[];
  about: Ref[]; outlets: string[]; declined: number; unverified: number; first: string | null; last: string | null;
  claims: string[]; relayed: string[];
}
export interface Sources {
  items: Source[]; next: string | null; total: number; kinds: Facet[]; claims: number; named: number; unnamed: number;
  declined: number; own_voice: number;
}
export interface Saying {
  claim: string; by: Ref; role: string | null; relays: string[]; text: string; status: string;
  likelihood: string | null; verification: string; article: string; title: string; outlet: string;
  published: string | null; review: string | null;
}
export interface Dossier {
  entity: Entity; affiliations: Section; arms: Section; deployments: Section; sites: Section; events: Section;
  positions: Stance[]; positions_total: number; threats: Section; conditions: Condition[]; conditions_total: number;
  forecasts: Section; said: Saying[]; said_total: number; relayed: Saying[]; relayed_total: number;
  said_of: Saying[]; said_of_total: number; first_seen: string | null; last_seen: string | null;
  earliest: string | null; latest: string | null;
}
export interface Status {
  version: string; articles: number; claims: number; statements: number; entities: number; places: number;
  problems: number; waiting: number; author: string; boundary: string; store: Record<string, unknown>;
}
export interface Overview {
  new_articles: number; latest: Article[]; published: [string, number][]; undated: number;
}
export interface Job {
  id: string; what: string; state: "waiting" | "reading" | "done" | "failed"; started: string; added: number;
  unchanged: number; claims: number; statements: number; problems: Problem[]; error: string | null;
}
