using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The reading of one warning sign.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WarningReading
{
    /// <summary>A reading.</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="severity">The severity, in multiples of its threshold; 0 … 10.</param>
    /// <param name="evidence">The evidence in words.</param>
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

    /// <summary>The severity, in multiples of its threshold: 1 is at the threshold, 10 is that or more.</summary>
    public double Severity { get; }

    /// <summary>The evidence in words.</summary>
    public Text Evidence { get; }

    /// <summary>Whether the sign is active: it has reached its threshold.</summary>
    public bool IsRaised => Severity >= 1;

    internal const double Most = 10;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"WarningReading {{ Sign = {Sign}, Severity = {Severity}, Evidence = {Evidence} }}");
}
