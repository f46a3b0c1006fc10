using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Terminal;

/// <summary>The texts of the tool.</summary>
internal static class ToolText
{
    /// <summary>The texts by key.</summary>
    public static readonly TextTable Table = TextTable.FromResources(typeof(ToolText).Assembly, "KeyAccount.Tool.Texts");

    public static Text TextOf(string key, params object?[] arguments) => Table[key].With(arguments);

    public static string Of(string key, string language, params object?[] arguments) => Table[key].With(arguments).In(language);
}
