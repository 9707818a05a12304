package io.filon.cli.icp;

import io.filon.report.Language;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;

/// What a command on ideal customers works with, once the stages before have run.
record Session(Store store, Workspace workspace, Settings settings, Language language) {}
