using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>One warning sign as the data show it.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WarningReading
{
    /// <summary>A reading.</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="severity">How strong it is, in multiples of its threshold; 0 … 10.</param>
    /// <param name="evidence">What shows it, in words.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is outside its range.</exception>
    public WarningReading(WarningSign sign, double severity, Text evidence)
    {
        ArgumentNullException.ThrowIfNull(sign);
        ArgumentNullException.ThrowIfNull(evidence);
        Guard.Between(severity, 0, Most);
        (Sign, Severity, Evidence) = (sign, severity, evidence);
    }

    /// <summary>The sign.</summary>
    public WarningSign Sign { get; }

    /// <summary>How strong it is, in multiples of its threshold: 1 is at the threshold, 10 is that or more.</summary>
    public double Severity { get; }

    /// <summary>What shows it, in words.</summary>
    public Text Evidence { get; }

    /// <summary>Whether the sign stands: it has reached its threshold.</summary>
    public bool IsRaised => Severity >= 1;

    internal const double Most = 10;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"WarningReading {{ Sign = {Sign}, Severity = {Severity}, Evidence = {Evidence} }}");
}
