using KeyAccount.Core;
using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Output;

/// <summary>The result of checking a file.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="IsPortfolio">Whether it is a portfolio; else settings.</param>
/// <param name="Parts">How many accounts or models it has; null if faults keep it from being read.</param>
/// <param name="Faults">The faults to mend.</param>
/// <param name="Warnings">Unusual values: the place, the id of the account, the message.</param>
internal sealed record Validation(
    string File,
    bool IsPortfolio,
    int? Parts,
    IReadOnlyList<ModelFault> Faults,
    IReadOnlyList<(string Path, string AccountId, Text Message)> Warnings);
