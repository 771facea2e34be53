/** Starts the screens. */
import "@fontsource-variable/inter/wght.css";
import "./ui/tokens.css";
import "./ui/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { defaultSettings } from "../shared/domain/settings.ts";
import { App } from "./app.tsx";
import { connect } from "./client/client.ts";
import { applyAppearance } from "./shell/appearance.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");

applyAppearance(defaultSettings);
createRoot(root).render(
  <StrictMode>
    <App console={connect()} />
  </StrictMode>,
);
