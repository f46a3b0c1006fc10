namespace KeyAccount.Core;

/// <summary>The natural range and the unit of a fact: stated once on the property, and read by everything that uses the fact.</summary>
/// <remarks>
/// <para>Bounds are included. An infinite bound is not a bound; NaN and infinity themselves are never in the range.
/// A fact that is null is not known and always allowed.</para>
/// <para>The <c>init</c> of the library's own facts and <c>keyaccount validate</c> refuse what is outside; the JSON Schema names the range.
/// A <see cref="Scoring.Scorecard{TFacts,TBand}"/> whose measure or cap reads the property takes a value outside for an error when it
/// scores in memory, and for a missing value in columns and in a database, also through <c>Over</c>, where no <c>init</c> runs. Put the
/// attribute on the properties of your own facts, and your scorecards do the same.</para>
/// <para>What is inside the range and outside the usual one is possible and unlikely: the review shows it as a warning.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FactRangeAttribute : Attribute
{
    /// <summary>A fact between two bounds.</summary>
    /// <param name="minimum">The smallest possible value; <see cref="double.NegativeInfinity"/> for none.</param>
    /// <param name="maximum">The largest possible value; <see cref="double.PositiveInfinity"/> for none.</param>
    /// <param name="unit">The unit.</param>
    public FactRangeAttribute(double minimum, double maximum, FactUnit unit)
    {
        Minimum = UsualMinimum = minimum;
        Maximum = UsualMaximum = maximum;
        Unit = unit;
    }

    /// <summary>A fact that cannot be negative.</summary>
    /// <param name="unit">The unit.</param>
    public FactRangeAttribute(FactUnit unit)
        : this(0, double.PositiveInfinity, unit)
    {
    }

    /// <summary>The smallest possible value; infinite where there is none.</summary>
    public double Minimum { get; }

    /// <summary>The largest possible value; infinite where there is none.</summary>
    public double Maximum { get; }

    /// <summary>The unit.</summary>
    public FactUnit Unit { get; }

    /// <summary>Whether <see cref="Minimum"/> itself is excluded.</summary>
    public bool IsMinimumExcluded { get; set; }

    /// <summary>The smallest value that is usual; <see cref="Minimum"/>, which may be infinite, if none is given.</summary>
    public double UsualMinimum { get; set; }

    /// <summary>The largest value that is usual; <see cref="Maximum"/>, which may be infinite, if none is given.</summary>
    public double UsualMaximum { get; set; }

    /// <summary>The name of another property of the same facts that this one cannot be below, because it is part of this one; null for
    /// none.</summary>
    public string? NotBelow { get; set; }

    /// <summary>Why the fact has no bounds; null if it has one.</summary>
    public string? Unbounded { get; set; }
}
