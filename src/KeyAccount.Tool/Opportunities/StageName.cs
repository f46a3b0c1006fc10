using KeyAccount.Core.Funnel;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Opportunities;

/// <summary>What a word for the state of a deal stands for: a stage, or its end.</summary>
/// <param name="Stage">The stage; null for an end.</param>
/// <param name="IsWon">Whether it was won; null for a stage.</param>
internal sealed record StageName(FunnelStage? Stage, bool? IsWon)
{
    private static readonly string[] WonWords = ["won", "closed won", "closed-won", "赢单", "贏單"];
    private static readonly string[] LostWords = ["lost", "closed lost", "closed-lost", "输单", "輸單", "丢单", "丟單"];

    /// <summary>Reads a stage by its code or its name in any language of the library, or a usual word for an end; null if it is
    /// neither.</summary>
    public static StageName? Of(string text)
    {
        var word = text.Trim();
        if (WonWords.Contains(word, StringComparer.OrdinalIgnoreCase))
            return new(null, true);
        if (LostWords.Contains(word, StringComparer.OrdinalIgnoreCase))
            return new(null, false);

        // P3, "P3 first approval", "P3-认可".
        var code = word.Length > 2 && !char.IsAsciiLetterOrDigit(word[2]) ? word[..2] : word;
        return (TermWord.Of<FunnelStage>(code) ?? TermWord.Of<FunnelStage>(word)) is { } stage ? new(stage, null) : null;
    }
}
