/// The audit as one web page that needs nothing else: text, styles, charts and data in one file.
/// Front door: [io.filon.report.html.HtmlReport]. Beside the loop; reads only the audit.
@NullMarked
package io.filon.report.html;

import org.jspecify.annotations.NullMarked;
