package io.filon.discovery.table;

import io.filon.discovery.confirm.Finding;
import java.util.List;

/// Who is in which segment: one row a customer and a column a segment, 1 or 0.
public final class CoversCsv {

    private CoversCsv() {}

    /// @param ids what tells each customer apart
    public static String print(String[] ids, List<Finding> findings) {
        byte[][] in = new byte[findings.size()][ids.length];
        StringBuilder csv = new StringBuilder("customer");
        for (int i = 0; i < in.length; i++) {
            csv.append(",segment_").append(i + 1);
            for (int member : findings.get(i).members()) {
                in[i][member] = 1;
            }
        }
        csv.append('\n');
        for (int row = 0; row < ids.length; row++) {
            csv.append(quoted(ids[row]));
            for (byte[] segment : in) {
                csv.append(',').append(segment[row]);
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String id) {
        return id.matches("[^\",\r\n]*") ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
