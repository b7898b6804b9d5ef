import type { ComponentType, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Link, Route, Switch, useLocation } from "wouter-preact";
import { useAsk } from "./api";
import { decoded } from "./parts/address";
import { KeyHelp, useKeys } from "./parts/keys";
import { Loading } from "./parts/state";
import { Actor } from "./screens/actor";
import { Actors } from "./screens/actors";
import { Add } from "./screens/add";
import { Articles } from "./screens/articles";
import { Boards } from "./screens/boards";
import { Interface } from "./screens/interface";
import { Ledger } from "./screens/ledger";
import { Overview } from "./screens/overview";
import { Reader } from "./screens/reader";
import { Review } from "./screens/review";
import { TimelineScreen } from "./screens/timeline";
import type { Status } from "./shapes";
import { applyTheme, type Theme, theme } from "./theme";

const SCREENS: [string, string][] = [
  ["/", "Overview"], ["/articles", "Articles"], ["/claims", "Claims"], ["/actors", "Actors"], ["/map", "Map"],
  ["/network", "Network"], ["/timeline", "Timeline"], ["/boards", "Boards"], ["/review", "Review"], ["/add", "Add"],
];

// Map and network bring large libraries along; they are fetched when first opened.
function later(load: () => Promise<ComponentType>): () => VNode {
  let ready: ComponentType | null = null;
  return function Later() {
    const [Screen, set] = useState<ComponentType | null>(() => ready);
    const [failed, fail] = useState(false);
    useEffect(() => {
      if (!ready) load().then((found) => { ready = found; set(() => found); }, () => fail(true));
    }, []);
    if (failed) return <p class="state failed" role="alert">This screen could not be loaded. Reload the page.</p>;
    return Screen ? <Screen /> : <Loading what="Loading the screen" />;
  };
}
const MapScreen = later(() => import("./screens/map").then((module) => module.MapScreen));
const NetworkScreen = later(() => import("./screens/network").then((module) => module.NetworkScreen));

export function App() {
  const [path] = useLocation();
  const { data: status } = useAsk<Status>("/api/status");
  const [menu, setMenu] = useState(false);
  const main = useRef<HTMLElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const first = useRef(true);
  useEffect(() => {
    setMenu(false);
    if (first.current) first.current = false;
    else { window.scrollTo(0, 0); main.current?.focus({ preventScroll: true }); }
  }, [path]);
  useKeys({ "?": () => help.current?.showModal() });
  const here = (href: string) => (href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`));
  return (
    <>
      <a class="skip" href="#main">To the content</a>
      <header class="top">
        <Link class="brand" href="/">according</Link>
        <button type="button" class="menu-button" aria-expanded={menu} aria-controls="screens" onClick={() => setMenu(!menu)}>
          Menu
        </button>
        <nav id="screens" class={menu ? "screens opened" : "screens"} aria-label="Screens">
          {SCREENS.map(([href, label]) => (
            <Link key={href} href={href} aria-current={here(href) ? "page" : undefined}>
              {label}
              {href === "/review" && status && status.waiting > 0 && (
                <span class="badge">{status.waiting > 999 ? "999+" : status.waiting}<span class="hidden"> waiting</span></span>
              )}
            </Link>
          ))}
        </nav>
        <ThemePicker />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Switch>
          <Route path="/" component={Overview} />
          <Route path="/articles" component={Articles} />
          <Route path="/articles/:id">{(params) => <Reader key={params.id} id={decoded(params.id)} />}</Route>
          <Route path="/claims" component={Ledger} />
          <Route path="/actors" component={Actors} />
          <Route path="/actors/:id">{(params) => <Actor key={params.id} id={decoded(params.id)} />}</Route>
          <Route path="/map">{() => <MapScreen />}</Route>
          <Route path="/network">{() => <NetworkScreen />}</Route>
          <Route path="/timeline" component={TimelineScreen} />
          <Route path="/boards/:board?">{(params) => <Boards board={params.board ?? "stances"} />}</Route>
          <Route path="/review" component={Review} />
          <Route path="/add" component={Add} />
          <Route path="/interface" component={Interface} />
          <Route>
            <div class="screen"><h1>Nothing here</h1><p>No screen has this address. <Link href="/">To the overview</Link></p></div>
          </Route>
        </Switch>
      </main>
      <footer class="foot">
        <p>
          <strong>Who said what, and how they know.</strong> This page reports who said what, how many stand behind it and what
          contradicts it. It never decides what is true, and never shows a machine's guess as an accepted fact.
        </p>
        <p class="quiet"><Link href="/interface">Interface for programs</Link> · <a href="/licenses.md">Licences of the libraries</a> · press <kbd>?</kbd> for the keys</p>
      </footer>
      <dialog ref={help} class="help" aria-labelledby="help-title">
        <h2 id="help-title">Keys</h2>
        <KeyHelp keys={[["/", "search the ledger"], ["j", "next claim"], ["k", "previous claim"], ["Esc", "close what is open"]]} />
        <KeyHelp keys={[["a", "accept"], ["r", "reject"], ["c", "correct"], ["u", "undo (in review)"]]} />
        <form method="dialog"><button type="submit">Close</button></form>
      </dialog>
    </>
  );
}

function ThemePicker() {
  const [chosen, set] = useState<Theme>(theme);
  return (
    <label class="theme">
      <span class="hidden">Colours</span>
      <select value={chosen} onChange={(event) => { const next = event.currentTarget.value as Theme; set(next); applyTheme(next); }}>
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
