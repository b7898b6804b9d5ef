import "./styles/base.css";
import "./styles/parts.css";
import "./styles/screens.css";
import { render } from "preact";
import { App } from "./app";
import { applyTheme } from "./theme";

applyTheme();
render(<App />, document.getElementById("root")!);
