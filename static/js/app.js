// What every page uses; each part finds its own elements by data attributes and works after htmx swaps too.
import { startPreferences } from "./preferences.js";
import { startMenus } from "./menus.js";
import { startPickers } from "./pickers.js";
import { startConfirm } from "./confirm.js";
import { startFolds } from "./folds.js";
import { startCharts } from "./charts.js";
import { startLive } from "./live.js";
import { startShortcuts } from "./shortcuts.js";
import { startScrolls } from "./scrolls.js";
import { startWhy } from "./why.js";

startPreferences();
startMenus();
startPickers();
startConfirm();
startFolds();
startCharts();
startLive();
startShortcuts();
startScrolls();
startWhy();
