namespace KeyAccount.Core.Documents;

/// <summary>A field of a matrix.</summary>
/// <param name="Value">The number; null if there is none.</param>
/// <param name="Shade">The intensity of the colour, 0 … 1; null if the renderer derives it from the number.</param>
/// <param name="Note">A note beside the number, such as a share; null for none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatrixCell(decimal? Value, double? Shade = null, string? Note = null)
{
    /// <summary>The intensity of the colour, 0 … 1; null if the renderer derives it from the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? Shade { get; init => field = Checked(value); } = Checked(Shade);

    private static double? Checked(double? shade)
    {
        if (shade is { } given)
            Guard.Between(given, 0, 1, nameof(Shade));
        return shade;
    }
}
