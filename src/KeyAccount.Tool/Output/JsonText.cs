using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace KeyAccount.Tool.Output;

/// <summary>JSON as a person can read it, on a text writer.</summary>
internal static class JsonText
{
    private static readonly JavaScriptEncoder Readable = MakeReadable();

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        // The writer works on bytes; handed on in pieces, so that a million accounts never stand in memory as text.
        using var stream = new TextStream(output);
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = Readable }))
            write(json);

        stream.Flush();
        output.WriteLine();
    }

    // Every writing as it is, but escaped what turns the direction of the text after it.
    private static JavaScriptEncoder MakeReadable()
    {
        var characters = new TextEncoderSettings(UnicodeRanges.All);
        characters.ForbidCharacters(
            '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069');
        return JavaScriptEncoder.Create(characters);
    }
}
