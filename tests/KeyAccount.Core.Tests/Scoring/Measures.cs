using System.Linq.Expressions;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>A measure, and the same in words of its own: plain C# that says where something is not known.</summary>
internal sealed record Measure(string Name, Expression<Func<Figures, double?>> Expression, Func<Figures, double?> InWords);

/// <summary>A condition, and the same in words of its own.</summary>
internal sealed record Condition(string Name, Expression<Func<Figures, bool?>> Expression, Func<Figures, bool?> InWords);

/// <summary>What the measures and conditions of random scorecards are taken from: every shape that is allowed.</summary>
internal static class Measures
{
    private static readonly double Rate = 2.5;

    /// <summary>One member each, and none twice.</summary>
    public static readonly Measure[] Plain =
    [
        new("A", f => f.A, f => f.A),
        new("B", f => f.B, f => f.B),
        new("C", f => f.C, f => f.C),
        new("D", f => f.D, f => f.D),
        new("Height", f => f.Part!.Height, f => f.Part?.Height),
        new("Count", f => f.Count, f => f.Count),
        new("Amount", f => (double?)f.Amount, f => (double?)f.Amount),
    ];

    public static readonly Measure[] All =
    [
        .. Plain,
        new("Plain", f => f.Plain, f => f.Plain),
        new("Ratio", f => f.Ratio, f => f.Ratio),
        new("Whole", f => f.Whole, f => f.Whole),
        new("Depth", f => f.Part!.Depth, f => f.Part?.Depth),
        new("Inner", f => f.Part!.Inner!.Height, f => f.Part?.Inner?.Height),
        new("5", f => 5, _ => 5),
        new("null", f => null, _ => null),
        new("A + B", f => f.A + f.B, f => f.A + f.B),
        new("A - B * rate", f => f.A - (f.B * Rate), f => f.A - (f.B * Rate)),
        new("-A", f => -f.A, f => -f.A),
        new("A / B", f => f.A / f.B, f => f.B == 0 ? null : f.A / f.B),
        new("C / Whole", f => f.C / f.Whole, f => f.Whole == 0 ? null : f.C / f.Whole),
        new("Count / Whole", f => f.Count / f.Whole, f => f.Whole == 0 ? null : f.Count / f.Whole),
        new("Count % 3", f => f.Count % 3, f => f.Count % 3),
        new("Amount / Count", f => (double?)(f.Amount / f.Count), f => f.Count == 0 ? null : (double?)(f.Amount / f.Count)),
        new("D / (A - B)", f => f.D / (f.A - f.B), f => f.A - f.B == 0 ? null : f.D / (f.A - f.B)),
        new("A / (B / C)", f => f.A / (f.B / f.C), f => f.C == 0 || f.B / f.C == 0 ? null : f.A / (f.B / f.C)),
        new("B ?? C", f => f.B ?? f.C, f => f.B ?? f.C),
        new("Count ?? 3", f => f.Count ?? 3, f => f.Count ?? 3),
        new("Floor", f => Math.Floor(f.A!.Value / 2), f => f.A is { } a ? Math.Floor(a / 2) : null),
        new("A > 3 ? B : C", f => f.A > 3 ? f.B : f.C, f => f.A is > 3 ? f.B : f.C),
        new("!(A <= B) ? 1 : 2", f => !(f.A <= f.B) ? 1 : 2, f => f.A is { } a && f.B is { } b && a <= b ? 2 : 1),
        new("A == null ? D : A", f => f.A == null ? f.D : f.A, f => f.A ?? f.D),
        new(
            "HasValue",
            f => f.B.HasValue && f.Count >= 0 || f.Amount == 2.5m ? 10 : 0,
            f => (f.B is not null && f.Count is >= 0) || f.Amount is 2.5m ? 10 : 0),
        new("Flag", f => f.Flag == true ? f.C : f.D, f => f.Flag is true ? f.C : f.D),
        new("Flag ?? false", f => f.Flag ?? false ? 1 : 0, f => f.Flag is true ? 1 : 0),
        new(
            "Inner.Active",
            f => f.Part!.Inner!.Active || f.Part.Inner.Standing == Standing.Fair ? 4 : 2,
            f => f.Part?.Inner is { Active: true } or { Standing.Name: "Fair" } ? 4 : 2),
        new("Inner?", f => f.Part == null ? 1 : f.Part.Inner != null ? 3 : 2, f => f.Part is null ? 1 : f.Part.Inner is null ? 2 : 3),
        new("Active", f => f.Part!.Active ? 4 : 2, f => f.Part is { Active: true } ? 4 : 2),
        new("Standing", f => f.Standing == Standing.Good ? 8 : f.Plain, f => f.Standing is { Name: "Good" } ? 8 : f.Plain),
        new("no Standing", f => f.Standing != null && f.Standing != Standing.Poor ? f.A : f.B, f => f.Standing is { Name: not "Poor" }
            ? f.A : f.B),
    ];

    public static readonly (string Name, Expression<Func<Figures, Standing?>> Expression, Func<Figures, Standing?> InWords)[] Terms =
    [
        ("Standing", f => f.Standing, f => f.Standing),
        ("Part.Standing", f => f.Part!.Standing, f => f.Part?.Standing),
        ("A > 3 ? Part.Inner.Standing : Standing", f => f.A > 3 ? f.Part!.Inner!.Standing : f.Standing, f => f.A is > 3
            ? f.Part?.Inner?.Standing : f.Standing),
        ("Standing ?? Poor", f => f.Standing ?? Standing.Poor, f => f.Standing ?? Standing.Poor),
    ];

    public static readonly Condition[] Conditions =
    [
        new("A > 3", f => f.A > 3, f => f.A is { } a ? a > 3 : null),
        new("A <= B", f => f.A <= f.B, f => f.A is { } a && f.B is { } b ? a <= b : null),
        new("!(Count == 2)", f => !(f.Count == 2), f => f.Count is { } count ? count != 2 : null),
        new("Count == 2.0m", f => f.Count == 2.0m, f => f.Count is { } count ? count == 2 : null),
        new("!(Count != 2m)", f => !(f.Count != 2m), f => f.Count is { } count ? count == 2 : null),
        new("Amount == Count", f => f.Amount == f.Count, f => f.Amount is { } amount && f.Count is { } count ? amount == count : null),
        new("Amount != Count", f => f.Amount != f.Count, f => f.Amount is { } amount && f.Count is { } count ? amount != count : null),
        new("Flag", f => f.Flag, f => f.Flag),
        new("!Flag", f => !f.Flag, f => !f.Flag),
        new("Flag ?? false", f => f.Flag ?? false, f => f.Flag ?? false),
        new("Flag and C < 5", f => f.Flag & f.C < 5, f => And(f.Flag, f.C is { } c ? c < 5 : null)),
        new("D > 1 && Amount < 2", f => f.D > 1
            && f.Amount < 2, f => And(f.D is { } d ? d > 1 : null, f.Amount is { } amount ? amount < 2 : null)),
        new("!(D > 1 || Whole > 0)", f => !(f.D > 1 || f.Whole > 0), f => Not(Or(f.D is { } d ? d > 1 : null, f.Whole > 0))),
        new("B == null", f => f.B == null, f => f.B is null),
        new("Part.Active", f => f.Part!.Active, f => f.Part?.Active),
        new("Standing is Poor", f => f.Standing == Standing.Poor, f => f.Standing is { } standing ? standing.Name == "Poor" : null),
        new("Flag == null ? A > 1 : B > 1", f => f.Flag == null ? f.A > 1 : f.B > 1, f => (f.Flag is null ? f.A : f.B) is { } value
            ? value > 1 : null),
        new("1 / A > 2", f => 1 / f.A > 2, f => f.A is null or 0 ? null : 1 / f.A > 2),
        new("Flag ?? D > 1", f => f.Flag ?? f.D > 1, f => f.Flag ?? (f.D is { } d ? d > 1 : null)),
        new("no Inner", f => f.Part!.Inner == null && f.Standing != null, f => f.Part?.Inner is null && f.Standing is not null),
        new("true", f => true, _ => true),
        new("null", f => null, _ => null),
    ];

    private static bool? And(bool? left, bool? right) => left & right;

    private static bool? Or(bool? left, bool? right) => left | right;

    private static bool? Not(bool? value) => !value;
}
