using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>A value as it stands in a file, with its row.</summary>
internal sealed record Example(string Value, string Row)
{
    public override string ToString() => $"'{SafeText.Line(Value, 40)}' ({Row})";
}
