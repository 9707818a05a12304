package io.filon.cli.segment;

import io.filon.report.Language;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;

/// What a command on segments works with, once the customers are known.
record Session(Workspace workspace, Settings settings, Language language, Base base, Library library) {}
