using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

// A little of everything a surface can show.
#pragma warning disable CA1711, CA1715, CA1720, CA1725, CA1051, CA1819, CA1822, CA1847, CA2225, MA0048, MA0069, S3427, IDE0060, RCS1163
namespace KeyAccount.PublicApi.Shown;

[Flags]
public enum Colour
{
    Red = 1,
    Green = 4,
}

public interface IThing
{
    string? Name { get; }
}

public abstract class Thing<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : IThing
    where T : class, new()
{
    public const double Half = 0.5;

    public static readonly IReadOnlyList<string?> Names = [];

    protected Thing((double From, T? Band)[] bands) => Bands = bands;

    private protected Thing()
    {
    }

    public (double From, T? Band)[] Bands { get; protected set; } = [];

    [JsonIgnore]
    public virtual string? Name { get; init; }

    public required Colour Colour { get; set; }

    public static bool operator !(Thing<T> thing) => thing is null;

    [Obsolete("gone")]
    [return: NotNullIfNotNull(nameof(text))]
    public string? Text<TKey, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(
        IDictionary<TKey, TValue?> values, out int? count, string? text = "a", Colour colour = Colour.Green, double half = Half, params T[] more)
        where TKey : notnull
        where TValue : struct
    {
        count = null;
        return text;
    }

    public override string ToString() => "";

    internal void Hidden()
    {
    }

    public sealed record Part(string Key, int? Value = null);
}

public readonly record struct Pair(int One, string? Other);

public static class Extensions
{
    public static bool IsRed(this Colour colour, in Pair pair = default) => colour == Colour.Red;
}
#pragma warning restore
