using System.Reflection;

namespace KeyAccount.PublicApi;

/// <summary>What the library offers is what was reviewed: the text <c>PublicApi.txt</c> beside its project, the same for every framework.</summary>
public class PublicApiTests
{
    private const string Accept = "KEYACCOUNT_PUBLIC_API";

    private static readonly string Library = typeof(PublicApiTests).Assembly.GetName().Name![..^".Tests".Length];

    [Fact]
    public void The_public_surface_is_the_reviewed_one()
    {
        var file = Path.Combine(Root(), "src", Library, "PublicApi.txt");
        var surface = PublicSurface.Of(Assembly.Load(Library).GetExportedTypes());
        if (Environment.GetEnvironmentVariable(Accept) == "accept")
            File.WriteAllText(file, surface);

        var reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var difference = Difference(reviewed, surface);
        Assert.True(
            difference.Length == 0 && reviewed == surface,
            $"""
            The public surface of {Library} ({AppContext.TargetFrameworkName}) is not that of {Path.GetRelativePath(Root(), file)}:
            {difference}
            If that is meant, say so in CHANGELOG.md and accept it, for all libraries at once:
            {Accept}=accept dotnet test --filter-class '*PublicApiTests' --ignore-exit-code 8
            """);
    }

    [Fact]
    public void A_surface_says_what_a_caller_depends_on() =>
        PublicSurface.Of(typeof(PublicApiTests).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(Shown.Colour).Namespace)).Should().Be("""
            KeyAccount.PublicApi.Shown.Colour: [Flags] enum Colour
                Green = 4
                Red = 1
            KeyAccount.PublicApi.Shown.Extensions: static class Extensions
                static bool IsRed(this Colour colour, in Pair pair = default)
            KeyAccount.PublicApi.Shown.IThing: interface IThing
                string? Name { get; }
            KeyAccount.PublicApi.Shown.Pair: readonly record struct Pair : IEquatable<Pair>
                int One { get; init; }
                new(int One, string? Other)
                string? Other { get; init; }
                void Deconstruct(out int One, out string? Other)
            KeyAccount.PublicApi.Shown.Thing`1: abstract class Thing<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : IThing where T : class, new()
                (double From, T? Band)[] Bands { get; protected set; }
                [JsonIgnore] virtual string? Name { get; init; }
                [Obsolete("gone")] [NotNullIfNotNull("text")] string? Text<TKey, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(IDictionary<TKey, TValue?> values, out int? count, string? text = "a", Colour colour = Colour.Green, double half = 0.5, params T[] more) where TKey : notnull where TValue : struct
                const double Half = 0.5
                override string ToString()
                protected new((double From, T? Band)[] bands)
                required Colour Colour { get; set; }
                static bool op_LogicalNot(Thing<T> thing)
                static readonly IReadOnlyList<string?> Names
            KeyAccount.PublicApi.Shown.Thing`1.Part: sealed record Part : IEquatable<Thing.Part<T>> where T : class, new()
                int? Value { get; init; }
                new(string Key, int? Value = null)
                string Key { get; init; }
                void Deconstruct(out string Key, out int? Value)

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_difference_names_the_type_of_each_line() =>
        Difference("A: class A\n    int X\nB: class B\n    int X\n", "A: class A\n    int X\n    int Y\nB: sealed class B\n    int X\n")
            .Should().Be("+ A: int Y\n- B: class B\n+ B: sealed class B");

    /// <summary>What is only in one of two surfaces, each line with the type it stands in.</summary>
    internal static string Difference(string before, string after)
    {
        var (old, now) = (Places(before), Places(after));
        return string.Join('\n', old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line))
            .OrderBy(line => line[2..], StringComparer.Ordinal));
    }

    private static List<string> Places(string surface)
    {
        var places = new List<string>();
        var type = "";
        foreach (var line in surface.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ')
                type = line.Split(": ", 2)[0];
            places.Add(line[0] == ' ' ? $"{type}: {line.Trim()}" : line);
        }

        return places;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KeyAccount.Core.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds KeyAccount.Core.sln.");
    }
}
