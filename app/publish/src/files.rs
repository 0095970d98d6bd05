//! The files of a site by their addresses: input and output of the press.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

/// Files by their addresses, relative to the folder of the site: `embed/people.html`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// The content of a file.
    pub fn get(&self, address: &str) -> Option<&[u8]> {
        self.0.get(plain(address)).map(Vec::as_slice)
    }

    /// Adds or replaces a file.
    pub fn write(&mut self, address: &str, content: impl Into<Vec<u8>>) {
        self.0.insert(plain(address).to_owned(), content.into());
    }

    /// All files, in the order of their addresses.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> + Clone {
        self.0.iter().map(|(address, content)| (address.as_str(), content.as_slice()))
    }

    /// The number of files.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no files.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn read(&self, address: &str) -> Result<&[u8]> {
        self.get(address).with_context(|| format!("there is no file {address}"))
    }

    /// Removes a file and returns its content.
    pub(crate) fn take(&mut self, address: &str) -> Result<Vec<u8>> {
        self.0.remove(plain(address)).with_context(|| format!("there is no file {address}"))
    }

    pub(crate) fn take_text(&mut self, address: &str) -> Result<String> {
        String::from_utf8(self.take(address)?).with_context(|| format!("{address} is not text in UTF-8"))
    }
}

impl FromIterator<(String, Vec<u8>)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, Vec<u8>)>>(files: T) -> Self {
        Self(files.into_iter().map(|(address, content)| (plain(&address).to_owned(), content)).collect())
    }
}

impl Extend<(String, Vec<u8>)> for Files {
    fn extend<T: IntoIterator<Item = (String, Vec<u8>)>>(&mut self, files: T) {
        self.0.extend(files.into_iter().map(|(address, content)| (plain(&address).to_owned(), content)));
    }
}

/// An address without the `./` that Trunk writes.
fn plain(address: &str) -> &str {
    address.trim_start_matches("./")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_address_names_the_same_file_with_and_without_its_dot() {
        let mut files = Files::default();
        files.write("./page.css", "p {}");
        assert_eq!(files.get("page.css"), Some(b"p {}".as_slice()));
        assert_eq!(files.take_text("./page.css").unwrap(), "p {}");
        assert!(files.is_empty());
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = Files::default().read("charts/people.png").unwrap_err().to_string();
        assert_eq!(error, "there is no file charts/people.png");
    }
}
