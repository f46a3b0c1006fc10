using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>Facts of every kind a measure can read.</summary>
public sealed record Figures
{
    public double? A { get; init; }

    public double? B { get; init; }

    public double? C { get; init; }

    public double? D { get; init; }

    public double Plain { get; init; }

    public float? Ratio { get; init; }

    public int? Count { get; init; }

    public int Whole { get; init; }

    public decimal? Amount { get; init; }

    public bool? Flag { get; init; }

    public Standing? Standing { get; init; }

    public Part? Part { get; init; }
}

/// <summary>Something of an account that may not be there.</summary>
public sealed record Part
{
    public double Depth { get; init; }

    public double? Height { get; init; }

    public bool Active { get; init; }

    public Standing? Standing { get; init; }

    public Part? Inner { get; init; }
}

[JsonConverter(typeof(TermJsonConverter<Standing>))]
public sealed class Standing : Term<Standing>
{
    public static readonly Standing Good = new(nameof(Good), 1);
    public static readonly Standing Fair = new(nameof(Fair), 2);
    public static readonly Standing Poor = new(nameof(Poor), 3);
    public static readonly Standing Unknown = new(nameof(Unknown), 9);

    private Standing(string name, int value)
        : base(name, value)
    {
    }
}
