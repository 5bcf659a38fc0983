/// What a platform owes others: transparency figures, statements for the EU's database, reports to the CyberTipline.
@NullMarked
package dev.docket.client.records;

import org.jspecify.annotations.NullMarked;
