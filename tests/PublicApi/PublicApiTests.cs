using System.Reflection;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace KeyAccount.PublicApi;

/// <summary>What the library offers is what was reviewed: the text <c>PublicApi.txt</c> beside its project, the same for every
/// framework.</summary>
public class PublicApiTests
{
    private const string Accept = "KEYACCOUNT_PUBLIC_API";

    // What compilers of .NET 8 have no public name for: there they are internal, and a surface does not show them.
    private const string CompilerAttributes = @"^ *\[System\.Runtime\.CompilerServices\.OverloadResolutionPriority\(\d+\)\]\n|"
        + @"\[System\.Runtime\.CompilerServices\.ParamCollection\] ";

    private static readonly string Library = typeof(PublicApiTests).Assembly.GetName().Name![..^".Tests".Length];

    [Fact]
    public void The_public_surface_is_the_reviewed_one()
    {
        var file = Path.Combine(SourceTree.Root, "src", Library, "PublicApi.txt");
        var surface = Assembly.Load(Library).GeneratePublicApi(new() { IncludeAssemblyAttributes = false, TreatRecordsAsClasses = false })
            .ReplaceLineEndings("\n") + "\n";
        if (HasCompilerAttributes && Environment.GetEnvironmentVariable(Accept) == "accept")
            File.WriteAllText(file, surface);

        var reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (!HasCompilerAttributes)
            reviewed = Regex.Replace(reviewed, CompilerAttributes, "", RegexOptions.Multiline, TimeSpan.FromSeconds(10));
        Assert.True(
            reviewed == surface,
            $"""
            The public surface of {Library} ({AppContext.TargetFrameworkName}) is not that of {Path.GetRelativePath(SourceTree.Root, file)}:
            {Difference(reviewed, surface)}
            If that is meant, say so in CHANGELOG.md and accept it, for all libraries at once:
            {Accept}=accept dotnet test --filter-class '*PublicApiTests' --ignore-exit-code 8
            """);
    }

    [Fact]
    public void A_difference_names_the_type_of_each_line() => Difference(
        "namespace N\n{\n    public class A\n    {\n        public int X { get; }\n    }\n    public class B\n    {\n        public int X { get; }\n    }\n}\n",
        "namespace N\n{\n    public class A\n    {\n        public int X { get; }\n        public int Y { get; }\n    }\n    public sealed class B\n    {\n        public int X { get; }\n    }\n}\n")
        .Should().Be("+ N.A: public int Y { get; }\n- N.B: public class B\n+ N.B: public sealed class B");

    // Of the framework that was built for, not of the runtime that runs it.
    private static bool HasCompilerAttributes =>
#if NET9_0_OR_GREATER
        true;
#else
        false;
#endif

    /// <summary>What is only in one of two surfaces, each line with the type it stands in.</summary>
    internal static string Difference(string before, string after)
    {
        var (old, now) = (Places(before), Places(after));
        return string.Join('\n', old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line))
            .OrderBy(line => line[2..], StringComparer.Ordinal));
    }

    // A line at the first indent that has no attribute declares a type; what follows is in it.
    private static List<string> Places(string surface)
    {
        var places = new List<string>();
        string room = "", type = "";
        foreach (var line in surface.Split('\n').Where(line => line.Trim() is not ("" or "{" or "}")))
        {
            var words = line.Trim().Split(' ', ':', '<', '(');
            if (words[0] == "namespace")
                (room, type) = (words[1], "");
            else if (line.StartsWith("    public ", StringComparison.Ordinal))
                type = words.SkipWhile(word => word is not ("class" or "record" or "struct" or "interface" or "enum" or "delegate")).Skip(1)
                    .FirstOrDefault(word => word != "struct") ?? "";
            places.Add($"{room}.{type}: {line.Trim()}");
        }

        return places;
    }
}
