using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

/// <summary>A user's term at its barest: no texts, the highest number on top, and declared out of order.</summary>
[JsonConverter(typeof(TermJsonConverter<Rung>))]
public sealed class Rung : OrderedTerm<Rung>
{
    public static readonly Rung Partner = new(nameof(Partner), 3);
    public static readonly Rung Vendor = new(nameof(Vendor), 1);
    public static readonly Rung Supplier = new(nameof(Supplier), 2);

    private Rung(string name, int value)
        : base(name, value)
    {
    }

    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>A user's term that brings its own texts.</summary>
[JsonConverter(typeof(TermJsonConverter<Season>))]
public sealed class Season : Term<Season>
{
    public static readonly Season Peak = new(nameof(Peak), 1, new("Peak season", "旺季", "旺季"), new("Order early.", "尽早下单。", "儘早下單。"));
    public static readonly Season Slack = new(nameof(Slack), 2, "Slack season", "Order when you like.");

    private readonly TermTexts _texts;

    private Season(string name, int value, Text label, Text description)
        : base(name, value) => _texts = new(label, description);

    protected override TermTexts Texts => _texts;
}

public sealed class BlankName : Term<BlankName>
{
    public BlankName(string name)
        : base(name, 1)
    {
    }
}
