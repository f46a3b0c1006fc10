using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>An estimated parameter.</summary>
/// <param name="Name">Its name in the model, such as <c>Alpha</c>.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">The standard error, from the curvature of the likelihood; null if there is no maximum, or for a whole number
/// that was chosen among a few.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FittedParameter(string Name, double Value, double? StandardError)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"FittedParameter {{ Name = {Name}, Value = {Value}, StandardError = {StandardError} }}");
}
