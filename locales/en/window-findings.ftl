# The screen “Findings”.
findings-name = Findings
findings-question = What is wrong?
findings-empty = Nothing here yet
findings-empty-title = Nothing here yet
findings-empty-says = This screen is being built.
proof-name = Proof
proof-question = What would let you vouch for more?
proof-empty = Nothing here yet
proof-empty-title = Nothing here yet
proof-empty-says = This screen is being built.
