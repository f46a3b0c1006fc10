using KeyAccount.Core.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The language of the reader, by <c>Accept-Language</c>.</summary>
internal static class ReaderLanguage
{
    /// <summary>The first language that the reader asks for and that there are texts for, or those of its parent; English where there is
    /// none.</summary>
    public static string Of(HttpRequest request)
    {
        foreach (var asked in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1))
        {
            var tag = asked.Value.Value;
            if (tag is null or "*" || asked.Quality == 0)
                continue;
            var language = Language.Resolve(tag);
            if (language != Language.English || IsEnglish(tag))
                return language;
        }

        return Language.English;
    }

    /// <summary>Says in which language the answer is told, and that it depends on the reader.</summary>
    public static string Tell(HttpContext context)
    {
        var language = Of(context.Request);
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return language;
    }

    private static bool IsEnglish(string tag) => tag.Split('-')[0].Equals(Language.English, StringComparison.OrdinalIgnoreCase);
}
