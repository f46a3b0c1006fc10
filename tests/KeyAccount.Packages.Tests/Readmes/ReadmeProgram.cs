using System.Text.Json;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>A program in a README: a block of C#, and the block of text right after it, which is what it prints. A service prints nothing
/// and does not end; the block of JSON after it is its configuration. A client asks a service, whose address is its argument.</summary>
internal sealed record ReadmeProgram(string File, int Line, string Code, string? Output, string? Configuration = null)
{
    /// <summary>Gets a value indicating whether it needs what hosts bring with them.</summary>
    public bool IsHosted => IsService || Code.Contains("using Microsoft.Extensions.", StringComparison.Ordinal);

    public bool IsService => Code.Contains("WebApplication.", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether it is a program of .NET Framework that asks a service: it refers to no package.</summary>
    public bool IsClient => Code.Contains("new HttpClient", StringComparison.Ordinal);

    /// <summary>The programs of a text; a block that nothing would run or compare is a fault.</summary>
    public static IReadOnlyList<ReadmeProgram> In(string file, string markdown)
    {
        var programs = new List<ReadmeProgram>();
        MarkdownBlock? before = null;
        foreach (var block in MarkdownBlock.In(markdown))
        {
            switch (block.Language)
            {
                case "csharp":
                    programs.Add(new(file, block.Line, block.Content, Output: null));
                    break;
                case "text" when block.FollowsBlock && before?.Language == "csharp":
                    programs[^1] = programs[^1] with { Output = block.Content };
                    break;
                case "json" when programs is [.., { IsService: true, Configuration: null }]:
                    programs[^1] = programs[^1] with { Configuration = block.Content };
                    break;
                case "text screen" when block.FollowsBlock && before?.Language == "sh":
                case "sh":
                case "json part" when IsJson(block.Content):
                    break;
                default:
                    throw new FormatException(
                        $"{file}, line {block.Line}: a block of '{block.Language}' that is neither a program (csharp), what the program right above it prints (text), the configuration of a service (json), JSON that is a part of a file (json part), commands (sh), nor what the tests of the tool compare with the screen of the last of them (text screen).");
            }

            before = block;
        }

        return programs;
    }

    public override string ToString() => $"{File}, line {Line}";

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
