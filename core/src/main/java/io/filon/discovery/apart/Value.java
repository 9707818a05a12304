package io.filon.discovery.apart;

/// A value of an attribute that customers may share, as `attribute_values` has it.
///
/// @param named       whether the attribute is called as a file calls it
/// @param spoken      whether the value is a word of ours
/// @param evidence    `dated`, `fixed` or `undated`
/// @param candidate   common enough, and uncommon enough, to be compared
/// @param attributeNo column of the code table
/// @param code        1 to 63
record Value(
        String attribute,
        boolean named,
        String value,
        boolean spoken,
        String evidence,
        boolean candidate,
        int attributeNo,
        int code) {

    boolean tested() {
        return candidate && !evidence.equals("undated");
    }
}
